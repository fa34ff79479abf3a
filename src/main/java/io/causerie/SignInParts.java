package io.causerie;

import io.causerie.account.Sessions;
import io.causerie.account.StepUp;
import io.causerie.http.SameOrigin;
import io.causerie.signin.SessionHandlers;

/** What lets people sign in and knows who did. */
record SignInParts(
    SameOrigin sameOrigin, Sessions sessions, StepUp stepUp, SessionHandlers session) {}
