/// Puts a service on this machine under load and says how it answered.
///
/// Request templates and a rate flow in, a [hone.load.LoadReport] flows out. The model is open:
/// requests start when they are due, at a constant rate and at random times, whether or not earlier
/// ones were answered, and a latency runs from the moment its request was *due*. So a service that
/// stalls for a second has a second in its percentiles, and not one slow request.
///
/// Load goes to the loopback interface only. Redirects are not followed.
@NullMarked
package hone.load;

import org.jspecify.annotations.NullMarked;
