package qiji.opportunity.life;

import org.jspecify.annotations.Nullable;
import qiji.platform.SoundText;

/**
 * The review of a loss: reason (a code of the dictionary lost-reason) and summary are obligatory. Who won it is a competitor
 * of the register, or what files called them. [D11 D12]
 */
public record Loss(
        @Nullable String reason,
        @SoundText(max = 5000) @Nullable String summary,
        @SoundText(max = 200) @Nullable String competitor,
        @SoundText(max = 5000) @Nullable String lesson,
        @SoundText(max = 5000) @Nullable String prevention,
        @Nullable Long competitorId) {}
