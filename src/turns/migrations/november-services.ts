/**
 * The services of each area in the workbook's first version, 1.0.0. Replies of November 2026 named a service without
 * its area. No id was ever renamed or moved, so that this list stays as it is.
 */
const SERVICES: Readonly<Record<string, readonly string[]>> = {
  environment: [
    'building-permits',
    'building-inspections',
    'building-advice',
    'building-drawings',
    'land-use-plans',
    'plots',
    'surveying',
    'map-service',
    'street-permits',
    'public-areas',
    'street-feedback',
    'parking',
    'public-transport',
    'private-roads',
    'rental-homes',
    'water',
    'waste',
    'environmental-permits',
  ],
  education: [
    'early-education-places',
    'early-education-fees',
    'early-education-days',
    'early-education-vouchers',
    'preschool-enrolment',
    'school-enrolment',
    'afternoon-care',
    'school-transport',
    'home-and-school',
    'learning-environment',
    'learning-support',
    'school-meals',
    'upper-secondary',
    'certificates',
  ],
  culture: [
    'library-loans',
    'e-library',
    'self-service-library',
    'adult-education',
    'art-education',
    'museums',
    'events',
    'youth-services',
    'culture-grants',
    'venue-booking',
    'swimming-halls',
    'exercise-groups',
    'outdoor-conditions',
    'boat-berths',
  ],
  wellbeing: [
    'wellbeing-report',
    'service-directory',
    'lifestyle-guidance',
    'self-care',
    'senior-wellbeing',
    'hobbies',
    'substance-prevention',
    'food-control',
    'health-protection',
    'tobacco-control',
    'veterinary',
  ],
  work: [
    'jobseeker-meetings',
    'job-matching',
    'employment-training',
    'wage-subsidies',
    'startup-grants',
    'integration',
    'summer-jobs',
    'recruitment',
    'startup-advice',
    'business-services',
    'business-premises',
    'procurement',
    'supplier-invoices',
  ],
  participation: [
    'website',
    'e-forms',
    'appointments',
    'customer-service',
    'digital-support',
    'document-requests',
    'notices',
    'news-channels',
    'feedback',
    'initiatives',
    'surveys',
    'participatory-budgeting',
    'council-meetings',
    'association-grants',
    'open-data',
  ],
};

/** Stands for the area where a reply does not tell it: the area is not shown, but a key has to begin with one. */
export const SOME_AREA = 'environment';

/** The area of a listed service; undefined for one that somebody added. */
export function areaOfService(service: string): string | undefined {
  return Object.keys(SERVICES).find(area => SERVICES[area]?.includes(service));
}

/** How many services an area lists. */
export function listedIn(area: string): number {
  return SERVICES[area]?.length ?? 0;
}
