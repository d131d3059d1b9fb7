#pragma once

#include "ui/desktop/prompts/promptvalues.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace keyway {

class ElidedLabel;
class PromptField;
class ReflowLayout;
class ServiceBox;
class SidePickers;
class StrategyBox;

/// Where prompts are written: the field, the files that go with it, how a service is chosen, what
/// it will cost, Send or Stop.
class Composer : public QWidget {
    Q_OBJECT
public:
    explicit Composer(QWidget *parent = nullptr);

    void setServices(const ServicesValue &services);
    void setRunning(bool running);
    void setFollowUp(bool followUp);
    /// "Next: about $0.006", or why it is not known; `spoken` for screen readers, `why` for the
    /// pointer.
    void setEstimate(const QString &text, const QString &spoken = {}, const QString &why = {});
    /// Several models are asked at once instead of a service that is chosen.
    void setComparing(bool comparing);
    bool isComparing() const { return m_comparing; }
    SidePickers *sides() const { return m_sides; }
    /// Nothing is sent before something else was done.
    void setHeld(bool held);
    /// Nothing can be sent, such as without a service.
    void setSendable(bool sendable);

    QString text() const;
    void setText(const QString &text);
    QList<AttachedFile> files() const { return m_files; }
    void setFiles(const QList<AttachedFile> &files);
    void addFile(const AttachedFile &file);
    /// The prompt that Up brings back into the empty field.
    void setLastPrompt(const QString &prompt) { m_lastPrompt = prompt; }
    /// Nothing: the one of Settings.
    std::optional<Strategy> strategy() const;
    void setStrategy(std::optional<Strategy> strategy);
    std::optional<Id> integration() const;
    /// With integration(): another model of it than its own; empty for its own.
    QString model() const;
    void choose(const std::optional<Id> &integration, const QString &model);
    void openStrategies();

    QPlainTextEdit *field() const;
    QToolButton *attachButton() const { return m_attach; }
    QPushButton *sendButton() const { return m_send; }
    QComboBox *strategyBox() const;
    QComboBox *serviceBox() const;
    QString estimate() const;

Q_SIGNALS:
    void sendRequested();
    void stopRequested();
    /// Text, files, strategy or service are others.
    void changed();
    void attachRequested();
    void thingsPasted(const keyway::DroppedThings &things);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adaptHeight();
    void adaptSend();
    void showFiles();
    void removeFile(qsizetype index);

    PromptField *m_field;
    QWidget *m_chipsHolder;
    ReflowLayout *m_chips;
    QToolButton *m_attach;
    StrategyBox *m_strategy;
    ServiceBox *m_service;
    SidePickers *m_sides;
    ElidedLabel *m_estimate;
    QPushButton *m_send;
    QString m_lastPrompt;
    QList<AttachedFile> m_files;
    bool m_running = false;
    bool m_sendable = true;
    bool m_comparing = false, m_held = false;
};

} // namespace keyway
