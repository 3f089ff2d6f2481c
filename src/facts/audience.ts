/** The reader: the person who works in ZoomInfo's console or in Jitterbit's. They are often different people. */
export const audiences = ['zoominfo', 'jitterbit'] as const;

export type Audience = (typeof audiences)[number];
