package io.causerie.signin.totp;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code to draw on a light ground.
 *
 * @param size of the view box, a square; the quiet zone that scanners need is in it
 * @param path of the dark modules, as SVG writes it
 */
record QrPicture(int size, String path) {
  private static final int QUIET_ZONE = 4;

  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      addRow(code, y, path);
    }
    return new QrPicture(code.size + 2 * QUIET_ZONE, path.toString());
  }

  /** Dark modules beside each other are one rectangle. */
  private static void addRow(QrCode code, int y, StringBuilder path) {
    int start = 0;
    for (int x = 0; x <= code.size; x++) {
      if (x < code.size && code.getModule(x, y)) {
        continue;
      }
      if (start < x) {
        path.append('M').append(start + QUIET_ZONE).append(' ').append(y + QUIET_ZONE);
        path.append('h').append(x - start).append("v1h-").append(x - start).append('z');
      }
      start = x + 1;
    }
  }
}
