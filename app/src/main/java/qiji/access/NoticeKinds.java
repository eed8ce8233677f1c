package qiji.access;

import java.util.List;

/** A module names what it tells people of, so that it can be put in words when it is read: one bean for each module. */
public interface NoticeKinds {
    List<NoticeKind> kinds();
}
