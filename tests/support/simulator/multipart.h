#pragma once

#include "tests/support/simulator/httpmessage.h"

namespace keyway::simulator {

/// One part of a form.
struct FormPart {
    QByteArray name;
    QByteArray fileName; ///< empty for a field that is no file
    QByteArray mediaType;
    QByteArray body;
};

/// The parts of a multipart/form-data body in their order; nothing when the request has no such
/// body, or not all of it.
std::optional<QList<FormPart>> multipartParts(const HttpRequest &request);

} // namespace keyway::simulator
