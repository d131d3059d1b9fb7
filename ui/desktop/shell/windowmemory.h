#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace keyway {

/// What the main window remembers between two runs.
struct WindowState {
    QByteArray geometry; ///< of QWidget::saveGeometry()
    bool rail = false;
    bool menuBar = false;
};

/// Where it is remembered, for each arrangement of screens.
class WindowMemory {
public:
    virtual ~WindowMemory() = default;
    virtual std::optional<WindowState> load(const QString &screens) const = 0;
    virtual void save(const QString &screens, const WindowState &state) = 0;
};

} // namespace keyway
