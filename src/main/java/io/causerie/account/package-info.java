/** Who is asking: viewers, the tokens that prove it, and the authors behind them. */
@NullMarked
package io.causerie.account;

import org.jspecify.annotations.NullMarked;
