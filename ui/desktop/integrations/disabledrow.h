#pragma once

#include "core/engine/overview.h"
#include "ui/widgets/cardframe.h"

class QPushButton;
class QToolButton;

namespace keyway {

class ElidedLabel;
class ProviderTile;
class StatusPill;

/// One integration that is switched off, as a short row.
class DisabledRow : public CardFrame {
    Q_OBJECT
public:
    explicit DisabledRow(QWidget *parent = nullptr);
    void setSummary(const engine::IntegrationSummary &summary, const QDate &today,
                    const QDateTime &now);
    const engine::IntegrationSummary &summary() const { return m_summary; }
    void setTesting(bool testing);

    QPushButton *configureButton() const { return m_configure; }
    QPushButton *enableButton() const { return m_enable; }
    QToolButton *removeButton() const { return m_remove; }

Q_SIGNALS:
    void configureRequested();
    void toggleRequested();
    void removeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    bool m_testing = false;
    engine::IntegrationSummary m_summary;
    ProviderTile *m_tile;
    ElidedLabel *m_name;
    StatusPill *m_pill;
    ElidedLabel *m_line;
    QPushButton *m_configure;
    QPushButton *m_enable;
    QToolButton *m_remove;
};

} // namespace keyway
