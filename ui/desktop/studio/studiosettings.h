#pragma once

#include "ui/desktop/studio/studiovalues.h"
#include "ui/widgets/dialog.h"

class QCheckBox;
class QPushButton;
class QSpinBox;

namespace keyway {

class ElidedLabel;
class TextLabel;

/// Asks where pictures go, how many jobs run at once, and whether files tell where they come from.
class StudioSettingsDialog : public Dialog {
    Q_OBJECT
public:
    explicit StudioSettingsDialog(const StudioSettings &settings, QWidget *parent);

    StudioSettings settings() const;
    void setFolder(const QString &folder);
    QSpinBox *atOnce() const { return m_atOnce; }
    QCheckBox *metadata() const { return m_metadata; }
    QPushButton *saveButton() const { return m_save; }
    /// Why it cannot be saved; empty: it can.
    QString problem() const;

private:
    void chooseFolder();

    QString m_folder;
    ElidedLabel *m_path;
    QPushButton *m_choose, *m_save;
    QSpinBox *m_atOnce;
    QCheckBox *m_metadata;
    TextLabel *m_problem;
};

} // namespace keyway
