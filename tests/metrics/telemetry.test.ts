/** What a collector of OpenTelemetry is sent, by the variables that OpenTelemetry itself names. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createMeter } from '../../src/metrics/meter.ts';
import { createTelemetry } from '../../src/metrics/telemetry.ts';

const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };

describe('the settings', () => {
  it.each([
    [{}, undefined],
    [ENDPOINT, 'http://collector:4318/v1/metrics'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'https://a.example/otlp/' }, 'https://a.example/otlp/v1/metrics'],
    [{ ...ENDPOINT, OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://other:1/in' }, 'http://other:1/in'],
    [{ ...ENDPOINT, OTEL_SDK_DISABLED: 'true' }, undefined],
    [{ ...ENDPOINT, OTEL_SDK_DISABLED: 'false' }, 'http://collector:4318/v1/metrics'],
    [{ ...ENDPOINT, OTEL_METRICS_EXPORTER: 'none' }, undefined],
  ])('%o sends to %s', (settings, url) => {
    expect(readConfig(settings).telemetry?.url).toBe(url);
  });

  it('reads headers and attributes as OpenTelemetry writes them', () => {
    const { telemetry } = readConfig({
      ...ENDPOINT,
      OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a=b, x-scope=two%20words',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test,service.name=other',
      OTEL_SERVICE_NAME: 'porras',
    });
    expect(telemetry?.headers).toEqual({ 'api-key': 'a=b', 'x-scope': 'two words' });
    expect(telemetry?.resource).toEqual({ 'deployment.environment': 'test', 'service.name': 'porras' });
  });

  it.each([
    { OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' },
    { OTEL_EXPORTER_OTLP_HEADERS: 'key' },
    { OTEL_RESOURCE_ATTRIBUTES: 'a=%E4' },
  ])('%o is refused by its name', settings => {
    expect(() => readConfig({ ...ENDPOINT, ...settings })).toThrow(Object.keys(settings)[0]);
  });
});

/** A collector that keeps what it is sent. */
async function collector() {
  const heard: { headers: unknown; body: unknown }[] = [];
  const state = { status: 200 };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    heard.push({ headers: request.headers, body: JSON.parse(Buffer.concat(parts).toString()) });
    response.statusCode = state.status;
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port }: Partial<AddressInfo> = Object(server.address());
  return { url: `http://127.0.0.1:${port}/v1/metrics`, heard, state };
}

async function sending() {
  const { url, heard, state } = await collector();
  const meter = createMeter();
  const told: string[] = [];
  const clock = { now: 1_700_000_000_000 };
  const telemetry = createTelemetry({
    ...{
      meter,
      url,
      instance: 'this-one',
      headers: { 'api-key': 'b' },
      resource: { 'service.name': 'porras' },
    },
    now: () => clock.now,
    onTrouble: reason => told.push(reason),
  });
  return { telemetry, meter, heard, told, state, clock };
}

describe('a sending', () => {
  it('is OTLP: sums, levels and timings of this process, with their labels and times', async () => {
    const { telemetry, meter, heard, clock } = await sending();
    meter.add('turns', ['directline', 'applied']);
    meter.time('store', 3, ['load']);
    meter.level('sockets', () => 7);
    clock.now += 60_000;
    await telemetry.send();
    const time = { startTimeUnixNano: '1700000000000000000', timeUnixNano: '1700000060000000000' };
    const label = (key: string, value: string) => ({ key, value: { stringValue: value } });
    expect(heard).toMatchObject([
      {
        headers: { 'content-type': 'application/json', 'api-key': 'b' },
        body: {
          resourceMetrics: [
            {
              resource: {
                attributes: [label('service.name', 'porras'), label('service.instance.id', 'this-one')],
              },
              scopeMetrics: [
                {
                  metrics: [
                    {
                      name: 'porrasbotti.turns',
                      sum: {
                        aggregationTemporality: 2,
                        isMonotonic: true,
                        dataPoints: [
                          {
                            ...time,
                            attributes: [label('channel', 'directline'), label('outcome', 'applied')],
                            asInt: '1',
                          },
                        ],
                      },
                    },
                    { name: 'porrasbotti.sockets', gauge: { dataPoints: [{ ...time, asDouble: 7 }] } },
                    {
                      name: 'porrasbotti.store',
                      unit: 's',
                      histogram: { dataPoints: [{ ...time, count: '1', sum: 0.003 }] },
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ]);
    expect(JSON.stringify(heard)).toContain('"bucketCounts":["0","0","0","1","0"');
  });

  it('that is not taken is told once an outage, and stops nothing', async () => {
    const { telemetry, told, state } = await sending();
    for (const status of [503, 503, 200, 401]) {
      state.status = status;
      await telemetry.send();
    }
    expect(told).toEqual(['503', '401']);
  });

  it('to nobody is told by what failed', async () => {
    const told: string[] = [];
    const telemetry = createTelemetry({
      ...{ meter: createMeter(), url: 'http://127.0.0.1:1/', instance: 'a', headers: {}, resource: {} },
      now: () => 0,
      onTrouble: reason => told.push(reason),
    });
    await telemetry.send();
    expect(told).toEqual(['TypeError']);
  });
});
