package qiji.opportunity.life;

import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/** Whether one of need, decision-maker and budget is known, and by what evidence. [S7] */
public record Proof(boolean known, @SoundText @Nullable String evidence) {
    public static final Proof NONE = new Proof(false, null);
}
