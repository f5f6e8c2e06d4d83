/** The SDK's echo bot on restify, as its template writes it: no state at all. */
import { ActivityHandler, MessageFactory } from 'botbuilder';
import { serve } from './stock-adapter.mjs';

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const text = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(text, text));
      await next();
    });
  }
}

serve(new EchoBot());
