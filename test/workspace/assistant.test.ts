/** The page assistant's server, with a stand-in for the script in the page. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Assistant, startAssistant } from './assistant.ts';
import { ask, makeTls } from './loopback.ts';

let assistant: Assistant;

beforeAll(async () => {
  assistant = await startAssistant({ tls: await makeTls('assistant.corp.example') });
});
afterAll(() => assistant.close());

const call = async (path: string) => JSON.parse((await ask(assistant.port, { path })).body || '{}');

/** Takes one job as a page would, and answers in two parts. */
async function serve(client: string, value: unknown, ok = 1): Promise<string> {
  const job = await call(`/next?client=${client}`);
  expect(await call(`/take?id=${job.id}&client=${client}`)).toEqual({ mine: true });
  const text = encodeURIComponent(JSON.stringify(value));
  const [first, second] = [JSON.stringify(value).slice(0, 3), JSON.stringify(value).slice(3)];
  expect(decodeURIComponent(text)).toBe(first + second);
  await call(`/report?id=${job.id}&ok=${ok}&last=0&value=${encodeURIComponent(first)}`);
  await call(`/report?id=${job.id}&ok=${ok}&last=1&value=${encodeURIComponent(second)}`);
  return job.code;
}

it('gives its script to the page', async () => {
  const answer = await ask(assistant.port, { path: '/agent.js' });
  expect(answer.headers['content-type']).toContain('javascript');
  expect(() => new Function(answer.body)).not.toThrow();
});

it('waits for a page, runs there and brings back the value', async () => {
  const result = assistant.run<{ title: string }>('return 1;', { timeoutMs: 3_000 });
  expect(await serve('one', { title: 'Grüße 😀' })).toBe('return 1;');
  expect(await result).toEqual({ title: 'Grüße 😀' });
});

it('brings back what went wrong in the page', async () => {
  const result = expect(assistant.run('throw new Error("no");', 3_000)).rejects.toThrow('no such button');
  await serve('one', 'no such button', 0);
  await result;
});

it('prefers the page that was loaded last', async () => {
  const older = call('/next?client=one');
  const newer = serve('two', 2);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await assistant.run('return 2;', 3_000)).toBe(2);
  await newer;
  await call('/gone?client=two');
  const next = assistant.run('return 3;', 3_000);
  const job = await older;
  await call(`/take?id=${job.id}&client=one`);
  await call(`/report?id=${job.id}&ok=1&last=1&value=3`);
  expect(await next).toBe(3);
});

it('says so when the page is left before it answers, and gives work not begun to the next one', async () => {
  const left = expect(assistant.run('return 4;', 3_000)).rejects.toThrow('left');
  const job = await call('/next?client=three');
  await call(`/take?id=${job.id}&client=three`);
  await call('/gone?client=three');
  await left;
  const notBegun = assistant.run('return 5;', 3_000);
  await call('/next?client=four');
  await call('/gone?client=four');
  expect(await serve('five', 5)).toBe('return 5;');
  expect(await notBegun).toBe(5);
});

it('gives up after the time it was given', async () => {
  await call('/gone?client=five');
  await expect(assistant.run('return 6;', 100)).rejects.toThrow('did not answer within 100 ms');
});

it('lets nothing begin twice, and nothing begin that was given up', async () => {
  const result = assistant.run('return 7;', 3_000);
  const job = await call('/next?client=six');
  expect(await call(`/take?id=${job.id}&client=another`)).toEqual({ mine: false });
  expect(await call(`/take?id=${job.id}&client=six`)).toEqual({ mine: true });
  expect(await call(`/take?id=${job.id}&client=six`)).toEqual({ mine: false });
  await call(`/report?id=${job.id}&ok=1&last=1&value=7`);
  expect(await result).toBe(7);
  const late = assistant.run('return 8;', 200);
  const given = await call('/next?client=six');
  await expect(late).rejects.toThrow('did not answer');
  expect(await call(`/take?id=${given.id}&client=six`)).toEqual({ mine: false });
});
