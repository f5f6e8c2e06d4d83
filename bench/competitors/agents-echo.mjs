/** The echo bot of the Agents SDK, the successor of Bot Framework's, as its samples write it. */
import { ActivityHandler, CloudAdapter } from '@microsoft/agents-hosting';
import express from 'express';

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
      await next();
    });
  }
}

const adapter = new CloudAdapter({});
const bot = new EchoBot();
const app = express();
app.use(express.json());
app.use((request, _response, next) => {
  // Nobody is asked for a token here either.
  request.user = { aud: '' };
  next();
});
app.post('/api/messages', (request, response) =>
  adapter.process(request, response, context => bot.run(context)),
);
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
