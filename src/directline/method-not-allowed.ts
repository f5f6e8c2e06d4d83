import type { Method, Route } from './plain-http.ts';
import { refusalResponse } from './refusal.ts';

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Routes that answer 405 for every method the given routes leave out on their paths. */
export function otherMethods(routes: readonly Route[]): readonly Route[] {
  const paths = [...new Set(routes.map(({ path }) => path))];
  return paths.flatMap(path => {
    const allowed = routes.filter(route => route.path === path).map(({ method }) => method);
    return METHODS.filter(method => !allowed.includes(method)).map(method => ({
      method,
      path,
      handle: async () => refused(allowed),
    }));
  });
}

function refused(allowed: readonly Method[]) {
  const { headers, ...response } = refusalResponse({ code: 'MethodNotAllowed' });
  return { ...response, headers: { ...headers, allow: allowed.join(', ') } };
}
