#pragma once

class QWidget;

namespace keyway {

/// A page with every part of the kit in its states, for looking at.
QWidget *makeWidgetSheet();

} // namespace keyway
