/** Whose service it is: the municipality's with its companies and joint boards, another municipality's, or no municipality's. */
import type { Register } from '../assessment/register.ts';
import { LOCALES } from '../conversation/locale.ts';
import { findName } from '../conversation/naming/register-names.ts';
import { mainOf } from './classes.ts';
import type { MatchWords } from './match-words.ts';
import { createNameFinder, wordsOf } from './name-finder.ts';
import type { RegisterService } from './register-service.ts';

/**
 * `own`: also of a company, a joint board or an employment area; `neighbour`: another municipality's, which may provide
 * it here too; `others`: the state's, a wellbeing services county's, a parish's.
 */
export type Whose = 'own' | 'neighbour' | 'others';

export interface WhoseParts {
  readonly words: MatchWords['words'];
  /** The municipality's official code. */
  readonly municipality: string;
  readonly municipalities: Register;
}

export function createWhose({ words, municipality, municipalities }: WhoseParts) {
  const organisations = createNameFinder(LOCALES.map(one => ['others', words[one].organisations] as const));
  const services = createNameFinder(LOCALES.map(one => ['others', words[one].others] as const));
  const neighbours = new Map<string, boolean>();
  const isNeighbour = (organisation: string) => {
    const known = neighbours.get(organisation);
    if (known !== undefined) return known;
    const found = IS_MUNICIPALITY.test(organisation) ? findName(municipalities, organisation) : undefined;
    const answer = found?.sure === true && found.code !== municipality;
    neighbours.set(organisation, answer);
    return answer;
  };
  return (service: RegisterService): Whose => {
    const { responsible, area } = service;
    if (area === 'nationwide' || isCountys(service)) return 'others';
    const names = Object.values(service.names);
    // Some services of the wellbeing county still name the municipality.
    if (names.some(name => services.find(wordsOf(name)).length > 0)) return 'others';
    const ours = responsible.filter(name => organisations.find(wordsOf(name)).length === 0);
    if (responsible.length > 0 && ours.length === 0) return 'others';
    const { municipalities: codes } = service;
    if (codes.length > 0 && !codes.includes(municipality)) return 'others';
    return ours.length > 0 && ours.every(isNeighbour) ? 'neighbour' : 'own';
  };
}

const IS_MUNICIPALITY = /kaupun|kunta|kunna|\bstad|kommun|\bcity\b|municipality|town\b/i;

/** Social services, and health services beside those that stayed with municipalities. */
function isCountys({ classes }: RegisterService): boolean {
  return classes.length > 0 && classes.every(code => mainOf(code) === 'P4');
}
