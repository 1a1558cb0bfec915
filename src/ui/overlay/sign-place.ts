/** Where in a window the sign about an agent may stand, so that it covers nothing that is being written. Pure. */

/** In the order in which they are tried; `edge`: nowhere, only the line at the window's edge stays. */
export const PLACES = ['top', 'top-end', 'bottom-start', 'bottom'] as const;
export type Place = (typeof PLACES)[number] | 'edge';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** From the window's edges, in pixels; a little more than the style says, so that it never touches. */
const EDGE_PX = 12;

/** The first place that touches none of these boxes. Boxes without a size are nowhere. */
export function freePlace(
  taken: readonly (Size & { readonly x: number; readonly y: number })[],
  sign: Size,
  window: Size,
): Place {
  const boxes = taken.filter(({ width, height }) => width > 0 && height > 0);
  const isFree = (place: (typeof PLACES)[number]) => {
    const { x, y } = cornerOf(place, sign, window);
    return boxes.every(
      (box) =>
        box.x + box.width + EDGE_PX <= x ||
        x + sign.width + EDGE_PX <= box.x ||
        box.y + box.height + EDGE_PX <= y ||
        y + sign.height + EDGE_PX <= box.y,
    );
  };
  return PLACES.find(isFree) ?? 'edge';
}

/** Upper left corner, for a page that is read from left to right: the other way about, both ends are as good. */
function cornerOf(
  place: (typeof PLACES)[number],
  sign: Size,
  window: Size,
): { readonly x: number; readonly y: number } {
  const middle = (window.width - sign.width) / 2;
  const low = window.height - sign.height - EDGE_PX;
  switch (place) {
    case 'top':
      return { x: middle, y: EDGE_PX };
    case 'top-end':
      return { x: window.width - sign.width - EDGE_PX, y: EDGE_PX };
    case 'bottom-start':
      return { x: EDGE_PX, y: low };
    case 'bottom':
      return { x: middle, y: low };
  }
}
