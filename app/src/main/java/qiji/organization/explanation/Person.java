package qiji.organization.explanation;

import java.util.List;
import qiji.access.Viewer;
import qiji.organization.Viewers;

/** Somebody of whom it is asked whether they see a record, with what each of their roles gives. */
record Person(Viewer viewer, List<Viewers.ByRole> roles) {}
