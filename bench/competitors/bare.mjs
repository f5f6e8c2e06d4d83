/** The floor: node:http with a fixed JSON answer. */
import { createServer } from 'node:http';

const answer = JSON.stringify({ activities: [{ type: 'message', text: 'Echo: hello' }] });
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) };
const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(200, headers).end(answer));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
