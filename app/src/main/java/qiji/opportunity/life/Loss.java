package qiji.opportunity.life;

import org.jspecify.annotations.Nullable;

/**
 * Why an opportunity was lost: reason (a code of the dictionary lost-reason) and summary are obligatory. Who won it is a
 * competitor of the register, or what files called them. [D11 D12]
 */
public record Loss(
        @Nullable String reason,
        @Nullable String summary,
        @Nullable String competitor,
        @Nullable Long competitorId) {}
