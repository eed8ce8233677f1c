package qiji.rule;

/** How far an edition has come. A draft that is put away is withdrawn, too: it has no number. */
enum EditionState {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
