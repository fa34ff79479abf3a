package io.causerie;

import io.causerie.account.Viewers;
import io.causerie.comment.CommentHandlers;
import io.causerie.comment.LookHandlers;
import io.causerie.flag.FlagHandlers;
import io.causerie.http.Assets;
import io.causerie.http.CrossOrigin;
import io.causerie.http.Deadlines;
import io.causerie.http.Health;
import io.causerie.http.Metrics;
import io.causerie.http.ProblemHandler;
import io.causerie.http.RateLimits;
import io.causerie.http.RequestBodies;
import io.causerie.screening.FormHandlers;
import io.causerie.thread.ThreadHandlers;

/** What the route table is made of. Shared by all event loops. */
record Parts(
    Deadlines deadlines,
    ProblemHandler problems,
    CrossOrigin crossOrigin,
    RateLimits limits,
    RequestBodies bodies,
    Viewers viewers,
    CommentHandlers comments,
    LookHandlers look,
    ThreadHandlers threads,
    FlagHandlers flags,
    FormHandlers form,
    TeamParts team,
    SignInParts signIn,
    Health health,
    Metrics metrics,
    Assets assets,
    boolean demo) {}
