/** The fields of "Try it": native controls, each with its own label. */
import type { Actor } from '../core/actor.ts';
import type { SettingsView } from '../messages/views.ts';
import { say } from './ask.ts';
import { systemsOf } from './label-words.ts';
import type { Chosen, SiteChoices } from './try-words.ts';
import { nameOf } from './words.ts';

interface PlaceChoiceParts {
  readonly id: string;
  readonly name: string;
  /** What no place at all is called; null where there must be one. */
  readonly none: string | null;
  readonly places: readonly SiteChoices[];
  readonly value: string;
  onChoose(value: string): void;
}

/** A site or one of its areas. */
export function PlaceChoice({ id, name, none, places, value, onChoose }: PlaceChoiceParts) {
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {none !== null && <option value="">{none}</option>}
        {places.map((site) => (
          <optgroup key={site.site} label={site.name}>
            {site.places.map((place) => (
              <option key={place.value} value={place.value}>
                {place.text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

interface LabelChoiceParts {
  readonly id: string;
  readonly name: string;
  readonly labels: SettingsView['labels'];
  readonly value: Chosen['mark'];
  readonly disabled: boolean;
  onChoose(value: string): void;
}

/** One of the labels in force, or none. */
export function LabelChoice({ id, name, labels, value, disabled, onChoose }: LabelChoiceParts) {
  return (
    <div class="field">
      <label for={id}>{name}</label>
      <select id={id} value={value} disabled={disabled} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{say('noMark')}</option>
        {systemsOf(labels, say).map((system) => (
          <optgroup key={system.id} label={system.name}>
            {system.labels.map((label) => (
              <option key={label.id} value={label.id}>
                {nameOf(label.name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

const ACTORS = [
  ['agent', 'whoAgent'],
  ['human', 'whoHuman'],
  ['unknown', 'whoUnknown'],
] as const;

interface ActorChoiceParts {
  readonly value: Actor;
  onChoose(value: Actor): void;
}

export function ActorChoice({ value, onChoose }: ActorChoiceParts) {
  return (
    <div class="field">
      <label for="try-actor">{say('whoActs')}</label>
      <select id="try-actor" value={value} onChange={(event) => onChoose(event.currentTarget.value as Actor)}>
        {ACTORS.map(([actor, name]) => (
          <option key={actor} value={actor}>
            {say(name)}
          </option>
        ))}
      </select>
    </div>
  );
}

interface AddressesParts {
  readonly value: string;
  onWrite(value: string): void;
}

/** To whom a mail goes. */
export function Addresses({ value, onWrite }: AddressesParts) {
  return (
    <div class="field">
      <label for="try-to">{say('tryAddresses')}</label>
      <input
        id="try-to"
        type="text"
        inputMode="email"
        autocomplete="off"
        spellcheck={false}
        maxLength={5_000}
        aria-describedby="try-to-note"
        value={value}
        onInput={(event) => onWrite(event.currentTarget.value)}
      />
      <p id="try-to-note" class="note">
        {say('tryAddressesHow')}
      </p>
    </div>
  );
}
