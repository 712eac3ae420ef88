import { setInterval } from 'node:timers/promises';
import { dialects } from './dialects.ts';
import { FakeSmsGateway, type GatewayMood } from './fake-gateway.ts';

// An SMS gateway to try things against: `main.ts [PORT] [MOOD]`.
const [port = '8025', mood = 'well'] = process.argv.slice(2);
const gateway = await FakeSmsGateway.start(Number(port));
gateway.be(mood as GatewayMood);
const { user, password, token } = gateway.login;
console.log(`user ${user}, password ${password}, token ${token}, ${mood}`);
for (const { method, path } of dialects) console.log(`${method} ${gateway.origin}${path}`);

let shown = 0;
for await (const _ of setInterval(200)) {
  for (; shown < gateway.taken.length; shown += 1) {
    const { to, text, sender } = gateway.taken[shown]!;
    console.log(`${sender} to ${to}: ${text}`);
  }
}
