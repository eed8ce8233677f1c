package qiji.opportunity.life;

import org.jspecify.annotations.Nullable;

/** What is said of an ending afterwards: {@code loss} of a lost one, {@code note} of an abandoned or invalid one. [D12] */
public record Review(Loss loss, @Nullable String note, Learned learned) {}
