package io.causerie;

import io.causerie.account.Sessions;
import io.causerie.account.StepUp;
import io.causerie.http.SameOrigin;
import io.causerie.signin.AccountHandlers;
import io.causerie.signin.InvitationHandlers;
import io.causerie.signin.PasskeyHandlers;
import io.causerie.signin.PasskeySignInHandlers;
import io.causerie.signin.SecondFactorHandlers;
import io.causerie.signin.SessionHandlers;
import io.causerie.signin.TeamHandlers;

/** What lets people sign in, knows who did, and says who may. */
record SignInParts(
    SameOrigin sameOrigin,
    Sessions sessions,
    StepUp stepUp,
    SessionHandlers session,
    AccountHandlers account,
    InvitationHandlers invitations,
    TeamHandlers team,
    SecondFactorHandlers secondFactors,
    PasskeyHandlers passkeys,
    PasskeySignInHandlers passkeySession) {}
