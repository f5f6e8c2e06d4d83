import type { Redis } from 'ioredis';
import type { LogListener, LogNews } from '../port.ts';
import type { ReportProblem } from '../problem.ts';
import { OutageReport, reconnectDelay } from './connection.ts';

/** A line that died without a word is noticed by a question that stays unanswered. */
const PING_EVERY_MS = 5_000;

/**
 * The process' one connection for wake-ups, opened when somebody first listens. Whenever it has been away, all
 * listeners are called once it listens again: what was published in between is heard by nobody else.
 */
export class WakeUps {
  readonly #connect: () => Redis;
  readonly #origin: string;
  readonly #outages: OutageReport;
  readonly #listeners = new Map<string, Set<LogListener>>();
  #line: Redis | undefined;
  #attempts = 0;
  #timer: NodeJS.Timeout | undefined;
  #pinging: NodeJS.Timeout | undefined;
  #heard: 'all' | 'maybe not all' = 'all';
  #state: 'open' | 'closed' = 'open';

  /** `origin` tells the commits of the store that this belongs to. */
  constructor(connect: () => Redis, { origin, report }: { origin: string; report: ReportProblem }) {
    this.#connect = connect;
    this.#origin = origin;
    this.#outages = new OutageReport('wake-ups', report);
  }

  /** Resolves when Redis has confirmed the subscription: what is committed from then on is heard. */
  async listen(channel: string, listener: LogListener): Promise<() => Promise<void>> {
    // a listener of its own, so that one function listening twice is two listeners
    const heard: LogListener = news => listener(news);
    const others = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, others.add(heard));
    try {
      await this.#openLine().subscribe(channel);
    } catch (error) {
      await this.#leave(channel, heard);
      throw error;
    }
    return () => this.#leave(channel, heard);
  }

  close(): void {
    this.#state = 'closed';
    this.#listeners.clear();
    clearTimeout(this.#timer);
    clearInterval(this.#pinging);
    this.#line?.disconnect();
  }

  async #leave(channel: string, heard: LogListener): Promise<void> {
    const others = this.#listeners.get(channel);
    if (!others?.delete(heard) || others.size > 0) return;
    this.#listeners.delete(channel);
    // when the line is down there is nothing to leave: only what is still listened to is subscribed again
    if (this.#line?.status === 'ready') await this.#line.unsubscribe(channel).catch(() => undefined);
  }

  #openLine(): Redis {
    if (this.#line) return this.#line;
    clearTimeout(this.#timer);
    const line = this.#connect();
    this.#line = line;
    this.#outages.watch(line);
    line.on('message', (channel: string, message: string) => this.#wake(channel, this.#newsOf(message)));
    line.on('ready', () => void this.#resume(line));
    line.on('end', () => this.#reopenLater(line));
    this.#pinging ??= setInterval(() => this.#ping(), PING_EVERY_MS).unref();
    return line;
  }

  async #resume(line: Redis): Promise<void> {
    const channels = [...this.#listeners.keys()];
    try {
      if (channels.length > 0) await line.subscribe(...channels);
    } catch {
      line.disconnect();
      return;
    }
    this.#attempts = 0;
    if (this.#heard === 'all') return;
    this.#heard = 'all';
    for (const channel of channels) this.#wake(channel, { by: 'perhaps-another' });
  }

  #reopenLater(line: Redis): void {
    if (this.#line !== line) return;
    this.#line = undefined;
    this.#heard = 'maybe not all';
    if (this.#state === 'closed' || this.#listeners.size === 0) return;
    this.#outages.lost('closed');
    this.#attempts += 1;
    this.#timer = setTimeout(() => this.#openLine(), reconnectDelay(this.#attempts));
  }

  #ping(): void {
    if (this.#line?.status === 'ready') this.#line.ping().catch(() => this.#line?.disconnect());
  }

  /** As the commit's script writes it. */
  #newsOf(message: string): LogNews {
    const [upTo, origin] = message.split(' ');
    return { upTo, by: origin === this.#origin ? 'this-store' : 'perhaps-another' };
  }

  #wake(channel: string, news: LogNews): void {
    // later, so that a listener that throws cannot spoil the reading of what else came
    for (const listener of this.#listeners.get(channel) ?? []) queueMicrotask(() => listener(news));
  }
}
