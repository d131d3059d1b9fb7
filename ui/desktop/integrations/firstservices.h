#pragma once

#include "ui/widgets/emptystate.h"

#include <QtCore/QList>
#include <QtWidgets/QScrollArea>

namespace keyway {

class ReflowLayout;
class ServiceButton;

/// A service that can be added, as a button shows it.
struct ServiceOffer {
    QString id;
    QString name;
    QString line; ///< "Text, images"
    bool found = false; ///< a local one that answers on this computer
};

/// My Integrations while there is nothing yet: a drawing, a sentence, first choices.
class FirstServices : public QScrollArea {
    Q_OBJECT
public:
    explicit FirstServices(QWidget *parent = nullptr);
    void setOffers(const QList<ServiceOffer> &offers);
    bool wasAnnounced() const { return m_announced; }
    QList<ServiceButton *> choices() const { return m_choices; }

Q_SIGNALS:
    /// Empty: the picker with all services.
    void chosen(const QString &service);

private:
    bool m_announced = false;
    EmptyState *m_state;
    QWidget *m_grid;
    ReflowLayout *m_layout;
    QList<ServiceButton *> m_choices;
};

} // namespace keyway
