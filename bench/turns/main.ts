/** `main.js TALK`: holds a talk again and again, a round for each line that comes in, and prints what the round cost. */
import { createInterface } from 'node:readline';
import { hold, talkNamed } from './talks.ts';

/** One round of one talk in one revision. */
export interface Round {
  /** Microseconds of user and system time. */
  readonly cpu: number;
  readonly turns: number;
  /** Answers kept in all the talks of the round. */
  readonly kept: number;
}

const talk = await talkNamed(process.argv[2] ?? '');

for await (const times of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await round(Number(times)))}\n`);
}

async function round(times: number): Promise<Round> {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time++) await hold(talk);
  const { user, system } = process.cpuUsage(before);
  return { cpu: user + system, turns: times * talk.said.length, kept: times * talk.kept };
}
