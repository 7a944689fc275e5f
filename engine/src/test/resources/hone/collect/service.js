const http = require('node:http');

function busy(rounds) {
  let sum = 0;
  for (let i = 0; i < rounds; i++) {
    sum += String(i).length;
  }
  return sum;
}

http
  .createServer((request, response) => response.end(String(busy(50000))))
  .listen(Number(process.argv[2]), '127.0.0.1');
