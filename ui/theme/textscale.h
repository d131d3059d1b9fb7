#pragma once

namespace keyway {

/// A width that words must fit into, given in pixels for the usual sizes of text (up to 16 pixels):
/// as much wider as the text of the application is larger than that.
int forText(int pixels);

} // namespace keyway
