// A receiver of another maker: node receive.mjs <port>; says the type and number of each message, one a line.
import { Server } from 'node-hl7-server';

const server = new Server({ bindAddress: '127.0.0.1' });
server.createInbound({ port: Number(process.argv[2]) }, async (request, response) => {
  const message = request.getMessage();
  console.log(`${message.get('MSH.9.1').toString()} ${message.get('MSH.10').toString()}`);
  await response.sendResponse('AA');
}).on('listen', () => console.log('listening'));
