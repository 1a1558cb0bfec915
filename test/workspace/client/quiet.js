/** What the forum tells its server without anybody pressing anything: reading times, presence, and the message bus. */
import { send } from './network.js';

const READING_MS = 30_000;
const FIRST_READING_MS = 6_000;

const client = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');
let reading;

/** Reports how long a topic is in view, until the next one. */
export function readTopic(topic) {
  stopReading();
  const report = (spent) => {
    const seen = topic.post_stream.posts.map((post) => [`timings[${post.post_number}]`, spent]);
    send('POST', '/topics/timings', { ...Object.fromEntries(seen), topic_time: spent, topic_id: topic.id }).catch(
      () => undefined,
    );
    reading = setTimeout(report, READING_MS, READING_MS);
  };
  reading = setTimeout(report, FIRST_READING_MS, FIRST_READING_MS);
}

export function stopReading() {
  clearTimeout(reading);
}

/** Tells others that somebody is writing in a topic, or no longer is. */
export function present(topicId, here) {
  const channel = `/discourse-presence/reply/${topicId}`;
  send('POST', '/presence/update', {
    client_id: client,
    [here ? 'present_channels[]' : 'leave_channels[]']: channel,
  }).catch(() => undefined);
}

/** Which gesture sent a text: a hand's, or one that a script has made. The record shows whether anything was pressed again. */
export function trackGesture(event) {
  send('POST', '/clicks/track', { url: 'composer', gesture: event.isTrusted ? 'hand' : 'script' }).catch(
    () => undefined,
  );
}

/** One long poll after the other. */
export async function pollForever() {
  for (let sequence = 1; ; sequence++) {
    const fields = { '/latest': '-1', '/new': '-1', __seq: String(sequence) };
    await send('POST', `/message-bus/${client}/poll`, fields).catch(
      () => new Promise((resolve) => setTimeout(resolve, 5_000)),
    );
  }
}
