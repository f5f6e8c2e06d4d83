import {
  type Activity,
  ActivityTypes,
  DeliveryModes,
  INVOKE_RESPONSE_KEY,
  InputHints,
  type ResourceResponse,
  type SendActivitiesHandler,
  TurnContext,
} from 'botbuilder';

const NO_ID = { id: undefined };

/**
 * The SDK's context, with sends that do what the SDK's do. Those are compiled to generators: each call makes a new generator
 * function, and V8 keeps what such a function sees until its next full collection. So every turn, cards and all, was copied
 * twice by the collector before it died (`findings/generator-closures-outlive-young-collections.sh`).
 */
export class PorrasContext extends TurnContext {
  readonly #handlers: SendActivitiesHandler[] = [];

  override onSendActivities(handler: SendActivitiesHandler): this {
    this.#handlers.push(handler);
    return this;
  }

  override async sendActivity(
    activityOrText: string | Partial<Activity>,
    speak?: string,
    inputHint: string = InputHints.AcceptingInput,
  ): Promise<ResourceResponse | undefined> {
    const text = typeof activityOrText === 'string';
    const activity = text ? { text: activityOrText, inputHint, ...(speak && { speak }) } : activityOrText;
    const [response] = await this.sendActivities([activity]);
    return response;
  }

  /** Addresses copies of the activities, shows them to the handlers in their order, and sends or keeps what they let by. */
  override async sendActivities(activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const reference = TurnContext.getConversationReference(this.activity);
    const addressed = activities.map(given => {
      const activity = TurnContext.applyConversationReference({ ...given }, reference);
      activity.type ||= ActivityTypes.Message;
      // The SDK deletes it, which makes a hash table of the object: whatever is done with that afterwards is slow.
      if (activity.id) Object.assign(activity, NO_ID);
      return activity;
    });
    return this.#shownFrom(0, addressed);
  }

  async #shownFrom(first: number, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const handler = this.#handlers[first];
    if (handler) return handler(this, activities, () => this.#shownFrom(first + 1, activities));
    const kept = this.activity.deliveryMode === DeliveryModes.ExpectReplies;
    const responses = kept ? this.#keep(activities) : await this.#send(activities);
    if (activities.some(({ type }) => type !== ActivityTypes.Trace)) this.responded = true;
    return responses;
  }

  /** For a caller who waits: what is said travels in the answer. */
  #keep(activities: Partial<Activity>[]): ResourceResponse[] {
    this.bufferedReplyActivities.push(...activities);
    for (const activity of activities)
      if (activity.type === ActivityTypes.InvokeResponse) this.turnState.set(INVOKE_RESPONSE_KEY, activity);
    return activities.map(() => ({ id: '' }));
  }

  async #send(activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const responses = await this.adapter.sendActivities(this, activities);
    for (const [index, { id }] of responses.entries()) {
      const activity = activities[index];
      if (activity) activity.id = id;
    }
    return responses;
  }
}
