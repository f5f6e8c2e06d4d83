/** The SDK's way to ask: a waterfall of thirteen choice prompts, its state in Redis, saved after every turn. */
import { ActivityHandler, ConversationState, MessageFactory } from 'botbuilder';
import { ChoicePrompt, DialogSet, DialogTurnStatus, WaterfallDialog } from 'botbuilder-dialogs';
import { Redis } from 'ioredis';
import { serve } from './stock-adapter.mjs';

const QUESTIONS = 13;
const CHOICES = ['Kyllä', 'Osittain', 'Ei', 'En tiedä', 'Ei koske meitä'];

/** The least that the SDK's Storage asks for: one key a state, the last writer wins. */
class RedisStorage {
  #redis = new Redis(process.env.REDIS_URL);

  async read(keys) {
    const values = await Promise.all(keys.map(key => this.#redis.get(key)));
    const found = keys.flatMap((key, i) => (values[i] === null ? [] : [[key, JSON.parse(values[i])]]));
    return Object.fromEntries(found);
  }

  async write(changes) {
    const entries = Object.entries(changes);
    await Promise.all(entries.map(([key, value]) => this.#redis.set(key, JSON.stringify(value))));
  }

  async delete(keys) {
    await this.#redis.del(...keys);
  }
}

class QuestionBot extends ActivityHandler {
  #state = new ConversationState(new RedisStorage());
  #dialogs = new DialogSet(this.#state.createProperty('dialog'));

  constructor() {
    super();
    const asks = Array.from({ length: QUESTIONS }, (_, index) => step => this.#ask(step, index));
    const end = step => step.context.sendActivity('Valmis.').then(() => step.endDialog());
    this.#dialogs.add(new ChoicePrompt('choice'));
    this.#dialogs.add(new WaterfallDialog('questions', [...asks, end]));
    this.onMessage(async (context, next) => {
      const dialog = await this.#dialogs.createContext(context);
      const { status } = await dialog.continueDialog();
      if (status === DialogTurnStatus.empty) await dialog.beginDialog('questions');
      await next();
    });
  }

  #ask(step, index) {
    const prompt = MessageFactory.text(`Kysymys ${index + 1}/${QUESTIONS}`);
    return step.prompt('choice', { prompt, choices: CHOICES });
  }

  async run(context) {
    await super.run(context);
    await this.#state.saveChanges(context, false);
  }
}

serve(new QuestionBot());
