/** What the settings demand of each other: of a public service more than of a trial on one's own machine. */
import { isLoopback } from '../bot/service-hosts.ts';
import type { Environment } from './environment.ts';

/** What is missing or does not go together, a line each, beginning with the names of the settings. */
export function unmetDemands(env: Environment): readonly string[] {
  return [...channelProblems(env), ...publicServiceProblems(env), ...statementProblems(env)];
}

function channelProblems(env: Environment): string[] {
  if (env.TEAMS_CHANNEL === 'off') return [];
  if (!env.MicrosoftAppId) return anonymousProblems(env);
  if (!env.MicrosoftAppType)
    return ['MicrosoftAppType: say which, SingleTenant, UserAssignedMSI or MultiTenant'];
  const missing = [];
  if (env.MicrosoftAppType !== 'MultiTenant' && !env.MicrosoftAppTenantId)
    missing.push('MicrosoftAppTenantId: the tenant of the app registration is missing');
  if (env.MicrosoftAppType !== 'UserAssignedMSI' && !env.MicrosoftAppPassword)
    missing.push('MicrosoftAppPassword: the secret of the app registration is missing');
  return missing;
}

function anonymousProblems(env: Environment): string[] {
  if (env.NODE_ENV === 'production') {
    return [
      'MicrosoftAppId: set it with MicrosoftAppType and MicrosoftAppTenantId, or TEAMS_CHANNEL=off for a web chat alone',
    ];
  }
  if (isLoopback(env.HOST)) return [];
  return [
    'HOST: without MicrosoftAppId anybody could speak as a channel, so listen on localhost, or set TEAMS_CHANNEL=off',
  ];
}

/** Digipalvelulaki 6 a §: no public service without a natural person to turn to and a role that answers for it. */
function publicServiceProblems(env: Environment): string[] {
  if (env.NODE_ENV !== 'production') return [];
  const problems = [];
  if (!env.AUTHORITY_NAME) problems.push('AUTHORITY_NAME: name the authority that answers for this service');
  if (!env.CONTACT_UNIT)
    problems.push('CONTACT_UNIT: name the unit a person can turn to (digipalvelulaki 306/2019, 6 a §)');
  if (!env.CONTACT_PHONE && !env.CONTACT_EMAIL && !env.CONTACT_FORM_URL) {
    problems.push(
      'CONTACT_PHONE, CONTACT_EMAIL or CONTACT_FORM_URL: give at least one way to reach the contact',
    );
  }
  if (!env.RESPONSIBLE_ROLE)
    problems.push('RESPONSIBLE_ROLE: name the role that answers for content and quality');
  if (!env.PUBLIC_URL) problems.push('PUBLIC_URL: the address at which users reach this server');
  return problems;
}

/** A status without a day says nothing of today, and a day without a status nothing at all. */
function statementProblems({ ACCESSIBILITY_STATUS, ACCESSIBILITY_ASSESSED_ON }: Environment): string[] {
  if ((ACCESSIBILITY_STATUS === undefined) === (ACCESSIBILITY_ASSESSED_ON === undefined)) return [];
  return ['ACCESSIBILITY_STATUS and ACCESSIBILITY_ASSESSED_ON: set both, or neither before the assessment'];
}
