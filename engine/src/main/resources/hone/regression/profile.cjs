// Read by Node.js before the benchmark: profiles this process until it ends, into a file beside
// this one. Neither its output nor its exit code changes.
'use strict';
const fs = require('fs');
const path = require('path');
const inspector = require('inspector');

const session = new inspector.Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 1000 });
session.post('Profiler.start');
process.on('exit', () => {
  session.post('Profiler.stop', (error, result) => {
    if (!error) {
      const file = path.join(__dirname, `${process.pid}.cpuprofile`);
      fs.writeFileSync(file, JSON.stringify(result.profile), { mode: 0o600 });
    }
  });
});
