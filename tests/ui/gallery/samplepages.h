#pragma once

#include "ui/desktop/shell/mainwindow.h"
#include "ui/desktop/shell/windowmemory.h"

namespace keyway {

class Dialog;

/// Remembers nothing: every picture has the size it was given.
class NoMemory : public WindowMemory {
public:
    std::optional<WindowState> load(const QString &) const override { return {}; }
    void save(const QString &, const WindowState &) override { }
};

/// Adds pages with invented content that use the kit as the real ones do.
void addSamplePages(MainWindow &window);
/// The second step of adding a service.
Dialog *makeSampleDialog(QWidget *parent);

} // namespace keyway
