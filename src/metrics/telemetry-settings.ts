/** OpenTelemetry's own variables, as far as they are known here: what is set is read by the rules of its specification. */
import * as z from 'zod';

const webAddress = z.url({ protocol: /^https?$/ });
/** `a=1,b=two%20words` */
const pairs = z.string().transform((text, context) => {
  const entries = text.split(',').map(pair => pair.split('='));
  try {
    return Object.fromEntries(
      entries.map(([name = '', ...value]) => {
        if (name.trim() === '' || value.length === 0) throw new URIError();
        return [name.trim(), decodeURIComponent(value.join('=').trim())];
      }),
    );
  } catch {
    context.addIssue('must be name=value,name=value, with percent signs for what is not plain');
    return z.NEVER;
  }
});

export const telemetrySettings = {
  /** Where this process sends what it measures, as OTLP over HTTP in JSON. Unset: nowhere. */
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress.optional(),
  /** The same with the whole path, for a collector that has another one than `/v1/metrics`. */
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: webAddress.optional(),
  /** What is sent along, such as a key of the collector's. */
  OTEL_EXPORTER_OTLP_HEADERS: pairs.default({}),
  /** Only this one is spoken here. */
  OTEL_EXPORTER_OTLP_PROTOCOL: z.enum(['http/json']).default('http/json'),
  OTEL_SERVICE_NAME: z.string().min(1).default('porrasbotti'),
  /** What else describes this process. */
  OTEL_RESOURCE_ATTRIBUTES: pairs.default({}),
  /** Milliseconds between two sendings. */
  OTEL_METRIC_EXPORT_INTERVAL: z.coerce.number().int().min(1000).default(60_000),
  /** `none` sends nothing, whatever else is set. */
  OTEL_METRICS_EXPORTER: z.enum(['otlp', 'none']).default('otlp'),
  OTEL_SDK_DISABLED: z.stringbool().default(false),
};

type Settings = z.infer<z.ZodObject<typeof telemetrySettings>>;

/** What is sent where; undefined where nothing is to be sent. */
export function telemetryOf(settings: Settings) {
  const base = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const path = base?.endsWith('/') ? 'v1/metrics' : '/v1/metrics';
  const url = settings.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT ?? (base && base + path);
  if (url === undefined || settings.OTEL_SDK_DISABLED || settings.OTEL_METRICS_EXPORTER === 'none')
    return undefined;
  return {
    url,
    headers: settings.OTEL_EXPORTER_OTLP_HEADERS,
    intervalMs: settings.OTEL_METRIC_EXPORT_INTERVAL,
    resource: { ...settings.OTEL_RESOURCE_ATTRIBUTES, 'service.name': settings.OTEL_SERVICE_NAME },
  };
}
