'use strict';
// Preloaded by hone into a Node.js service while it is profiled. Measures how late the event loop's
// ticks come and how much of the time it works. Opens nothing, writes nothing, keeps nothing alive,
// and whatever goes wrong in here must not reach the service.
try {
  const { isMainThread } = require('node:worker_threads');
  if (isMainThread) {
    const { monitorEventLoopDelay, performance } = require('node:perf_hooks');
    const RESOLUTION_MILLIS = 10;
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MILLIS });
    delay.enable();
    let start = performance.eventLoopUtilization();

    // The histogram holds the times between ticks, of which the wait that was asked for is no delay.
    const late = (nanos) => Math.max(0, Math.round(nanos - RESOLUTION_MILLIS * 1e6));

    const probe = Object.freeze({
      begin() {
        delay.reset();
        start = performance.eventLoopUtilization();
      },
      figures() {
        const { utilization } = performance.eventLoopUtilization(start);
        const ticks = delay.count ?? 0;
        return {
          count: ticks,
          p50: ticks === 0 ? 0 : late(delay.percentile(50)),
          p99: ticks === 0 ? 0 : late(delay.percentile(99)),
          max: ticks === 0 ? 0 : late(delay.max),
          utilization,
        };
      },
    });
    Object.defineProperty(globalThis, Symbol.for('hone.event-loop'), { value: probe });
  }
} catch {
  // The service runs without being measured, and hone says so.
}
