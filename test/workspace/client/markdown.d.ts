/** Types of the part that the server shares with the page. */
export function html(text: string): string;
export function cook(raw: string): string;
