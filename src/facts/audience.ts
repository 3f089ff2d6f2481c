/** Who reads: the person at ZoomInfo's console, or the one at Jitterbit's. They are often not the same. */
export const audiences = ['zoominfo', 'jitterbit'] as const;

export type Audience = (typeof audiences)[number];
