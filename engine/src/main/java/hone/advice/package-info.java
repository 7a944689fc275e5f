/// What agents are asked beside the loop: words that stand beside numbers and change none.
@NullMarked
package hone.advice;

import org.jspecify.annotations.NullMarked;
