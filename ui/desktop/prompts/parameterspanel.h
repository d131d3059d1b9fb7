#pragma once

#include "ui/desktop/prompts/promptvalues.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSlider;
class QSpinBox;

namespace keyway {

/// What is asked along with a prompt: temperature where the model takes it, tokens at most,
/// instructions.
class ParametersPanel : public QWidget {
    Q_OBJECT
public:
    explicit ParametersPanel(QWidget *parent = nullptr);
    void setTakesTemperature(bool takes);
    /// In tenths; nothing: as the service does it.
    std::optional<int> temperature() const;
    std::optional<qint64> maxTokens() const;
    QString instructions() const;
    void setDraft(const PromptDraft &draft);

Q_SIGNALS:
    void changed();

private:
    void adapt();

    QPushButton *m_reset;
    QWidget *m_temperatureRow;
    QSlider *m_temperature;
    QLabel *m_temperatureText;
    bool m_temperatureSet = false;
    QSpinBox *m_most;
    QPlainTextEdit *m_instructions;
};

} // namespace keyway
