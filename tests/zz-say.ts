import { newSession } from '../src/conversation/session.ts';
import { takeTurn } from '../src/conversation/turn.ts';
import { render } from '../src/presentation/render.ts';
import { inputOf } from './support/transcript.ts';
import { shippedContext, renderContext } from './support/real-context.ts';
import { readFileSync } from 'node:fs';
let session = newSession('fi');
for (const does of readFileSync(0,'utf8').split('\n').filter(Boolean)) { const turn = takeTurn({context: shippedContext, session, now: 0}, inputOf(does, session)); session = turn.session;
 console.log('>>>', does);
 for (const reply of turn.replies) for (const a of render({locale:'fi',reply},'text',renderContext)) console.log('   ',reply.kind, (a.text??'').slice(0,process.argv.includes('-v')?4000:120).replaceAll('\n',' / ')); }
