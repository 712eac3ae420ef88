import { setInterval } from 'node:timers/promises';
import { FakeSmtp, type SmtpMood } from './fake-smtp.ts';
import { headersOf } from './received.ts';

// An SMTP server to try things against, without encryption and login: `main.ts [PORT] [MOOD]`.
const [port = '2525', mood = 'well'] = process.argv.slice(2);
const server = await FakeSmtp.start({ port: Number(port) });
server.be(mood as SmtpMood);
console.log(`listening on 127.0.0.1:${server.port}, ${mood}`);

let shown = 0;
for await (const _ of setInterval(200)) {
  for (; shown < server.received.length; shown += 1) {
    const { to, raw } = server.received[shown]!;
    console.log(`to ${to.join(', ')}: ${new Map(headersOf(raw)).get('Subject')}, ${raw.length} bytes`);
  }
}
