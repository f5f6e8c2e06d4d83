import { fileLinks, wordsIn } from '../../tests/law/person.ts';
import type { Robot } from '../../tests/support/robot.ts';

/**
 * Asks in a conversation for its files; the link to the one of this name, at the server's own address. One key opens all
 * files of a conversation, so that any link will do.
 */
export async function linkIn(robot: Robot, address: string, name: string): Promise<string> {
  await robot.send('tallenna tulos');
  const [link] = fileLinks({ words: wordsIn(await robot.everything()) });
  if (!link) throw new Error('no link to a file was given');
  return `${address}/files/${name}${new URL(link).search}`;
}
