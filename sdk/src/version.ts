/** The version of this SDK; a plugin's manifest says with which range it works. */
export const SDK_VERSION = '1.0.0';
