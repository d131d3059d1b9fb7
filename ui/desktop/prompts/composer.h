#pragma once

#include "ui/desktop/prompts/promptvalues.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace keyway {

class ElidedLabel;

/// Where prompts are written: the field, how a service is chosen, what it will cost, Send or Stop.
class Composer : public QWidget {
    Q_OBJECT
public:
    explicit Composer(QWidget *parent = nullptr);

    void setServices(const ServicesValue &services);
    void setRunning(bool running);
    void setFollowUp(bool followUp);
    /// "Next: about $0.006", or why it is not known; `spoken` for screen readers.
    void setEstimate(const QString &text, const QString &spoken = {});
    /// Nothing can be sent, such as without a service.
    void setSendable(bool sendable);

    QString text() const;
    void setText(const QString &text);
    /// The prompt that Up brings back into the empty field.
    void setLastPrompt(const QString &prompt) { m_lastPrompt = prompt; }
    Strategy strategy() const;
    void setStrategy(Strategy strategy);
    std::optional<Id> integration() const;
    /// With integration(): another model of it than its own; empty for its own.
    QString model() const;
    void choose(const std::optional<Id> &integration, const QString &model);
    void openStrategies();

    QPlainTextEdit *field() const { return m_field; }
    QPushButton *sendButton() const { return m_send; }
    QComboBox *strategyBox() const { return m_strategy; }
    QComboBox *serviceBox() const { return m_service; }
    QString estimate() const;

Q_SIGNALS:
    void sendRequested();
    void stopRequested();
    /// Text, strategy or service is another one.
    void changed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void adaptHeight();
    void adaptSend();

    QPlainTextEdit *m_field;
    QComboBox *m_strategy, *m_service;
    ElidedLabel *m_estimate;
    QPushButton *m_send;
    QString m_lastPrompt;
    QStringList m_offered; ///< what the list of services was made from
    bool m_running = false;
    bool m_sendable = true;
};

} // namespace keyway
