/** Where an opportunity stands and what may become of it: stages, gates, validity, endings. Rules only, no SQL. [D5 D12] */
@NamedInterface("life")
@NullMarked
package qiji.opportunity.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
