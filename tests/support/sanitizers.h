#pragma once

namespace keyway {

/// Whether this is a build under AddressSanitizer. It keeps what was freed for a while and makes
/// everything several times slower, so that neither memory nor short times tell anything there.
#ifdef __SANITIZE_ADDRESS__
constexpr bool isSanitized = true;
#else
constexpr bool isSanitized = false;
#endif

} // namespace keyway
