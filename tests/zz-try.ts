import { readFileSync } from 'node:fs';
import { realContext } from './support/real-context.ts';
import { takeTurn } from '../src/conversation/turn.ts';
import { newSession } from '../src/conversation/session.ts';
import { tellWorkbook } from './support/tell-workbook.ts';
import { inputOf } from './support/transcript.ts';
import { render } from '../src/presentation/render.ts';
import { content } from './support/content.ts';
const full = process.argv[3];
let session = newSession((process.argv[2] ?? 'fi') as any);
const ctx: any = { translate: content.translate, definition: content.definition, actions: content.actions, publicUrl: 'http://x', contact: {unit:'U'}, retentionDays: 30, fileLink: (w: string, f: string) => `http://x/${w}.${f}` };
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const turn = takeTurn(realContext, JSON.parse(JSON.stringify(session)), inputOf(line, session), 0);
  console.log(`${line} → ${turn.replies.map(r => tellWorkbook(r) + ('notice' in r ? ` ${r.notice}` : '')).join(' | ')}`);
  if (full) for (const reply of turn.replies) for (const a of render({ locale: turn.session.locale, reply }, full as any, ctx)) { if (a.type==='message') console.log('    ' + (a.text ?? a.summary ?? '').replace(/\n/g, '\n    ') + (a.attachments ? `  [card ${JSON.stringify(a.attachments[0]!.content).length}]` : '')); }
  session = turn.session;
}
console.log(JSON.stringify(session).length, JSON.stringify(session.workbook));
